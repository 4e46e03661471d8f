import { FieldTimeOutlined } from "@ant-design/icons";
import { page } from "../../app/page";

export default page({
  path: "/reliability",
  title: { zh: "可靠性", en: "Reliability" },
  icon: FieldTimeOutlined,
  order: 62,
  permission: "question.read",
  load: () => import("./Reliability"),
});
