import { percent } from "../format";
import "./Progress.css";

/** How far something is, 0 to 1. */
export function Progress({ share, label }: { share: number; label: string }) {
  const whole = Math.round(Math.min(Math.max(share, 0), 1) * 100);
  return (
    <div className="progress">
      <div className="progress-track" role="progressbar" aria-label={label} aria-valuenow={whole} aria-valuemin={0} aria-valuemax={100}>
        <div style={{ width: `${whole}%` }} />
      </div>
      <span className="note number">{percent(whole / 100)}</span>
    </div>
  );
}
