import { Modal as Plain } from "antd";
import { themed } from "./Themed";

export const Modal = themed(Plain);
