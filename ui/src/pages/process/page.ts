import { PartitionOutlined } from "@ant-design/icons";
import { page } from "../../app/page";

export default page({
  path: "/process",
  title: { zh: "流程", en: "Process" },
  icon: PartitionOutlined,
  order: 61,
  permission: "question.read",
  load: () => import("./Process"),
});
