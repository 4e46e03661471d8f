import { words } from ".";

export default words("ticketTable", {
  zh: { ticket: "工单", created: "时间", text: "内容", product: "产品", province: "省份", fault: "故障", status: "状态", system: "系统" },
  en: { ticket: "Ticket", created: "Time", text: "Text", product: "Product", province: "Province", fault: "Fault", status: "Status", system: "the system" },
});
