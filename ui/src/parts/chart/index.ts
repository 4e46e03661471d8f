export { AskedChart } from "./AskedChart";
export { Chart, type ChartProps } from "./Chart";
