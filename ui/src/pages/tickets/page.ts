import { FileTextOutlined } from "@ant-design/icons";
import { page } from "../page";

// One function for both addresses: the list stays as it is while a ticket is open.
const load = () => import("./Tickets");

export default page({
  path: "/tickets",
  title: { zh: "工单", en: "Tickets" },
  icon: FileTextOutlined,
  group: "act",
  order: 10,
  phone: 3,
  permission: "ticket.read",
  load,
  more: [{ path: "/tickets/:id", load }],
});
