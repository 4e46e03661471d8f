import { SettingOutlined } from "@ant-design/icons";
import { page } from "../../app/page";

export default page({
  path: "/settings",
  title: { zh: "设置", en: "Settings" },
  icon: SettingOutlined,
  order: 90,
  permission: "account.read",
  load: () => import("./Settings"),
});
