import { RiseOutlined } from "@ant-design/icons";
import { page } from "../page";

export default page({
  path: "/forecast",
  title: { zh: "预测", en: "Forecast" },
  icon: RiseOutlined,
  group: "find",
  order: 60,
  permission: "question.read",
  load: () => import("./Forecast"),
});
