export { ChangeMark } from "./ChangeMark";
export { tell } from "./change";
export { Figure, type FigureProps } from "./Figure";
