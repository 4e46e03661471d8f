export { QuestionChart } from "./QuestionChart";
export { Chart } from "./Chart";
export type { ChartProps } from "./props";
