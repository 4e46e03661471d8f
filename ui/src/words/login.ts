import { words } from ".";

export default words("login", {
  zh: {
    title: "登录真因",
    about: "从工单到验证有效的改进",
    login: "账号",
    password: "密码",
    enter: "登录系统",
    firstTitle: "创建第一个管理员",
    firstAbout: "此链接只能使用一次，24 小时内有效。",
    name: "姓名（可选）",
    create: "创建管理员",
    noToken: "系统还没有用户。请使用 zhenyin serve 启动时打印的一次性链接（/first-admin?token=…）创建第一个管理员。",
    again: "链接失效后，重新启动 zhenyin serve 会打印新的链接。",
    required: "必填",
  },
  en: {
    title: "Log in to Zhenyin",
    about: "From after-sales tickets to a verified fix",
    login: "Login",
    password: "Password",
    enter: "Log in",
    firstTitle: "Make the first administrator",
    firstAbout: "This link works once, within 24 hours.",
    name: "Name (optional)",
    create: "Make administrator",
    noToken: "There are no users yet. Open the one-time link that zhenyin serve printed when it started (/first-admin?token=…) to make the first administrator.",
    again: "When the link has expired, start zhenyin serve again: it prints a new one.",
    required: "required",
  },
});
