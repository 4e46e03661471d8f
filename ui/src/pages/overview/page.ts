import { DashboardOutlined } from "@ant-design/icons";
import { page } from "../../app/page";

export default page({
  path: "/",
  title: { zh: "总览", en: "Overview" },
  icon: DashboardOutlined,
  order: 10,
  permission: "question.read",
  load: () => import("./Overview"),
});
