/** What bars, verticals and the names at several lines' ends need. */
import { BarChart } from "echarts/charts";
import { MarkLineComponent } from "echarts/components";
import { use as add } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { init } from "./engine";

add([BarChart, MarkLineComponent, LabelLayout]);

export { init };
