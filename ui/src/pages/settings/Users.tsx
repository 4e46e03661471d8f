/** Who may come in, and as what. For administrators. */
import { useState } from "react";
import { useToday } from "../../api/installation";
import { type User, useRoles, useUsers } from "../../api/settings";
import { moment } from "../../format";
import { Button } from "../../parts/Button";
import { Card } from "../../parts/Page";
import { Side } from "../../parts/Side";
import { Await } from "../../parts/states";
import { type Column, DataTable } from "../../parts/table";
import { useLanguage, useText } from "../../words";
import words from "../../words/settings";
import { UserForm } from "./UserForm";

export function Users() {
  const t = useText(words);
  const { language, say } = useLanguage();
  const today = useToday();
  const users = useUsers();
  const { data: roles = [] } = useRoles();
  const [open, setOpen] = useState<User | "new" | null>(null);
  const columns: Column<User>[] = [
    { key: "login", title: t("login"), render: (user) => user.login },
    { key: "name", title: t("name"), render: (user) => user.name },
    { key: "role", title: t("role"), render: (user) => say(roles.find((role) => role.key === user.role)?.title) || user.role },
    { key: "active", title: t("active"), render: (user) => t(user.active ? "isActive" : "isInactive") },
    { key: "last", title: t("lastLogin"), render: (user) => (user.last_login_at ? moment(user.last_login_at, language, today) : t("never")) },
  ];
  return (
    <Card title={t("people")} actions={<Button type="primary" onClick={() => setOpen("new")}>{t("addUser")}</Button>}>
      <Await query={users} height={200}>
        {(all) => <DataTable label={t("people")} rows={all} columns={columns} rowKey={(user) => user.id} onRow={setOpen} current={typeof open === "object" ? open?.id : undefined} />}
      </Await>
      <Side open={open !== null} onClose={() => setOpen(null)} title={t(open === "new" ? "addUser" : "editUser")} width={420}>
        {open && <UserForm key={open === "new" ? "new" : open.id} user={open === "new" ? null : open} done={() => setOpen(null)} />}
      </Side>
    </Card>
  );
}
