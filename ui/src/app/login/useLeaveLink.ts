import { useNavigate } from "react-router";

/** After the link has done its work it must not stay in the address. */
export function useLeaveLink(): () => void {
  const go = useNavigate();
  return () => void go("/", { replace: true });
}
