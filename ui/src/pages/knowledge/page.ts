import { BookOutlined } from "@ant-design/icons";
import { page } from "../page";

export default page({
  path: "/knowledge",
  title: { zh: "知识", en: "Knowledge" },
  icon: BookOutlined,
  group: "act",
  order: 30,
  permission: "knowledge.read",
  load: () => import("./Knowledge"),
  more: [{ path: "/knowledge/:id", load: () => import("./ArticleDetail") }],
});
