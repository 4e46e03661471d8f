export { Drawer, Popover } from "antd";
