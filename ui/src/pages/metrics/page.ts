import { FunctionOutlined } from "@ant-design/icons";
import { page } from "../../app/page";

export default page({
  path: "/metrics",
  title: { zh: "指标", en: "Metrics" },
  icon: FunctionOutlined,
  order: 60,
  permission: "question.read",
  load: () => import("./Metrics"),
});
