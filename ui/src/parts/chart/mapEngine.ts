/** Maps: the drawing part and the outline. Only under the name `china` does the library add the South China Sea inset. */
import china from "echarts-v4/map/json/china.json";
import { MapChart } from "echarts/charts";
import { GeoComponent } from "echarts/components";
import { registerMap, use as add } from "echarts/core";
import { init } from "./engine";

add([MapChart, GeoComponent]);
registerMap("china", china as never);

export { init };
export const NAMES: string[] = china.features.map((feature) => feature.properties.name).filter(Boolean);
