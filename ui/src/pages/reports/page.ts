import { FilePdfOutlined } from "@ant-design/icons";
import { page } from "../page";

export default page({
  path: "/reports",
  title: { zh: "报告", en: "Reports" },
  icon: FilePdfOutlined,
  group: "look",
  order: 20,
  permission: "report.read",
  load: () => import("./Reports"),
});
