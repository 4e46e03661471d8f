import { DatabaseOutlined } from "@ant-design/icons";
import { page } from "../../app/page";

const load = () => import("./Data");

export default page({
  path: "/data",
  title: { zh: "数据", en: "Data" },
  icon: DatabaseOutlined,
  order: 20,
  permission: "intake.read",
  load,
  more: [{ path: "/data/:tab", load }, { path: "/data/:tab/:id", load }],
});
