import { RiseOutlined } from "@ant-design/icons";
import { page } from "../../app/page";

export default page({
  path: "/forecast",
  title: { zh: "工单预测", en: "Forecast" },
  icon: RiseOutlined,
  order: 63,
  permission: "question.read",
  load: () => import("./Forecast"),
});
