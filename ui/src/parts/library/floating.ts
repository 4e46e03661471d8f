import { Drawer as PlainDrawer, Popover as PlainPopover } from "antd";
import { themed } from "./Themed";

export const Drawer = themed(PlainDrawer);
export const Popover = themed(PlainPopover);
