/** The drawing library with only what lines and bars need. A chunk of its own. */
import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { init, use as add } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { CanvasRenderer } from "echarts/renderers";

add([LineChart, BarChart, GridComponent, TooltipComponent, MarkLineComponent, LabelLayout, CanvasRenderer]);

export { init };
