export { ChangeMark } from "./ChangeMark";
export { describeChange } from "./change";
export { Figure, type FigureProps } from "./Figure";
