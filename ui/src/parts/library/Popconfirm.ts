import { Popconfirm as Plain } from "antd";
import { themed } from "./Themed";

export const Popconfirm = themed(Plain);
