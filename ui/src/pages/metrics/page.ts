import { FunctionOutlined } from "@ant-design/icons";
import { page } from "../page";

export default page({
  path: "/metrics",
  title: { zh: "指标", en: "Metrics" },
  icon: FunctionOutlined,
  group: "data",
  order: 20,
  permission: "question.read",
  load: () => import("./Metrics"),
});
