import { FieldTimeOutlined } from "@ant-design/icons";
import { page } from "../page";

export default page({
  path: "/reliability",
  title: { zh: "可靠性", en: "Reliability" },
  icon: FieldTimeOutlined,
  group: "find",
  order: 50,
  permission: "question.read",
  load: () => import("./Reliability"),
});
