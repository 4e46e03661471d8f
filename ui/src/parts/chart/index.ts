export { AskedChart } from "./AskedChart";
export { Chart } from "./Chart";
export type { ChartProps } from "./props";
