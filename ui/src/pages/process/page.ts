import { PartitionOutlined } from "@ant-design/icons";
import { page } from "../page";

export default page({
  path: "/process",
  title: { zh: "流程", en: "Process" },
  icon: PartitionOutlined,
  group: "find",
  order: 40,
  permission: "question.read",
  load: () => import("./Process"),
});
