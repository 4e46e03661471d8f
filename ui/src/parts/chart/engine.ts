/** The drawing library with only what a plain line needs: it is on the first page. */
import { LineChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { init, use as add } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";

add([LineChart, GridComponent, TooltipComponent, CanvasRenderer]);

export { init };
