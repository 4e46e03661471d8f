import { CommentOutlined } from "@ant-design/icons";
import { page } from "../../app/page";

export default page({
  path: "/topics",
  title: { zh: "话题", en: "Topics" },
  icon: CommentOutlined,
  order: 45,
  permission: "ticket.read",
  load: () => import("./Topics"),
});
