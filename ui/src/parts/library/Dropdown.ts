import { Dropdown as Plain } from "antd";
import { themed } from "./Themed";

export const Dropdown = themed(Plain);
