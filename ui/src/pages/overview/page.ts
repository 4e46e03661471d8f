import { DashboardOutlined } from "@ant-design/icons";
import { page } from "../page";

export default page({
  path: "/",
  title: { zh: "总览", en: "Overview" },
  icon: DashboardOutlined,
  group: "look",
  order: 10,
  phone: 1,
  permission: "question.read",
  load: () => import("./Overview"),
});
