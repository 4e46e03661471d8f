import { CommentOutlined } from "@ant-design/icons";
import { page } from "../page";

export default page({
  path: "/topics",
  title: { zh: "话题", en: "Topics" },
  icon: CommentOutlined,
  group: "find",
  order: 30,
  permission: "ticket.read",
  load: () => import("./Topics"),
});
