export { type Column, DataTable } from "./DataTable";
export { Pager } from "./Pager";
