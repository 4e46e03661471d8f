import { FilePdfOutlined } from "@ant-design/icons";
import { page } from "../../app/page";

export default page({
  path: "/reports",
  title: { zh: "报告", en: "Reports" },
  icon: FilePdfOutlined,
  order: 70,
  permission: "report.read",
  load: () => import("./Reports"),
});
