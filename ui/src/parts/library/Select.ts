import { Select as Plain } from "antd";
import { themed } from "./Themed";

export const Select = themed(Plain);
