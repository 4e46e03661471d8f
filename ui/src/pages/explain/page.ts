import { QuestionCircleOutlined } from "@ant-design/icons";
import { page } from "../../app/page";

export default page({
  path: "/explain",
  title: { zh: "为什么", en: "Why" },
  icon: QuestionCircleOutlined,
  permission: "question.read",
  load: () => import("./Explain"),
});
