import { SettingOutlined } from "@ant-design/icons";
import { page } from "../page";

export default page({
  path: "/settings",
  title: { zh: "设置", en: "Settings" },
  icon: SettingOutlined,
  group: "settings",
  order: 10,
  permission: "account.read",
  load: () => import("./Settings"),
  places: [
    { to: "/settings?tab=people", title: { zh: "用户", en: "Users" }, permission: "account.admin" },
    { to: "/settings?tab=taxonomy", title: { zh: "分类体系", en: "Taxonomy" }, permission: "ticket.read" },
    { to: "/settings?tab=installation", title: { zh: "安装检查", en: "Installation" }, permission: "settings.read" },
    { to: "/settings?tab=values", title: { zh: "设置项", en: "Setting values" }, permission: "settings.read" },
    { to: "/settings?tab=audit", title: { zh: "审计", en: "Audit" }, permission: "account.admin" },
  ],
});
