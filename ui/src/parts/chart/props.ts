/** What a chart is given, whatever its kind. */
import type { ReactNode } from "react";
import type { ChartSpec } from "../../api/charts";
import type { Assessment } from "../../api/assessment";

export interface ChartProps {
  spec: ChartSpec;
  height?: number;
  /** A click on a bar, cell or province. Heat matrices give both. */
  onPick?: ((x: string, y?: string) => void) | undefined;
  /** What is filtered to already. */
  picked?: string[];
  /** How each bar stands, where the server assessed it. */
  assessment?: Record<string, Assessment>;
  /** Assessment against another span; else against the whole. */
  compared?: boolean;
  /** A number as something that opens what is behind it. */
  figure?: ((x: string, y?: string) => ReactNode) | undefined;
  /** Leave the title out, where the page has it already. */
  bare?: boolean;
  extra?: ReactNode;
}
