import { QuestionCircleOutlined } from "@ant-design/icons";
import { page } from "../page";

export default page({
  path: "/explain",
  title: { zh: "为什么", en: "Why" },
  icon: QuestionCircleOutlined,
  group: "find",
  order: 20,
  permission: "question.read",
  load: () => import("./Explain"),
});
