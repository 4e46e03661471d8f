import { DatabaseOutlined } from "@ant-design/icons";
import { page } from "../page";

const load = () => import("./Data");

export default page({
  path: "/data",
  title: { zh: "来源与导入", en: "Sources and imports" },
  icon: DatabaseOutlined,
  group: "data",
  order: 10,
  permission: "intake.read",
  load,
  more: [{ path: "/data/:tab", load }, { path: "/data/:tab/:id", load }],
  places: [
    { to: "/data/upload", title: { zh: "上传文件", en: "Upload a file" }, permission: "intake.write" },
    { to: "/data/batches", title: { zh: "导入批次", en: "Imports" } },
    { to: "/data/quality", title: { zh: "数据质量", en: "Data quality" } },
  ],
});
