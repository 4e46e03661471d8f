import { BookOutlined } from "@ant-design/icons";
import { page } from "../../app/page";

export default page({
  path: "/knowledge",
  title: { zh: "知识", en: "Knowledge" },
  icon: BookOutlined,
  order: 55,
  permission: "knowledge.read",
  load: () => import("./Knowledge"),
  more: [{ path: "/knowledge/:id", load: () => import("./ArticleDetail") }],
});
