-- A store of revision 0003 with one problem, its action, the verdict and the history, as they were written then.
INSERT INTO problems ("id", "title", "metric", "where", "stage", "moved_at", "created_at", "created_by", "description")
VALUES ('prb-1', '漏水', 'failure_rate', '{"product": "W10,P8"}', 'verified', '2026-04-27 00:00:00.000000', '2026-02-20 09:00:00.000000', 'li', '');
INSERT INTO actions ("id", "problem_id", "title", "owner", "due", "metric", "where", "direction", "target", "start", "window_weeks", "comparison", "created_at", "created_by")
VALUES ('act-1', 'prb-1', '更换门封', 'li', '2026-03-09', 'failure_rate', '{"product": "W10"}', 'lower', 0.804, '2026-03-02', 8, '{"product": "Z1,Z2"}', '2026-02-20 09:00:00.000000', 'li');
INSERT INTO verdicts ("action_id", "outcome", "judged_on", "told")
VALUES ('act-1', 'effective', '2026-04-27', '{"outcome": "effective", "reason": "difference", "season": 1.0, "n": 90.0, "weeks": 8, "final": true, "chart": {"kind": "verdict", "title": {"zh": "有效", "en": "effective"}, "subtitle": {"zh": "故障率", "en": "Failure rate"}, "unit": {"zh": "件", "en": "tickets"}, "unit_key": "", "better": "lower", "x": [], "y": [], "series": [], "cells": [], "marks": [], "band": null, "note": null}, "title": {"zh": "有效", "en": "Effective"}, "sentence": {"zh": "变化", "en": "changed"}, "naive_sentence": {"zh": "前后", "en": "before"}, "tell_on": null, "naive": null, "judged_on": "2026-04-27", "effect": {"ratio": 0.5, "low": 0.4, "high": 0.6, "percent": -50.0, "p": 0.001}}');
INSERT INTO problem_history ("problem_id", "at", "by", "zh", "en")
VALUES ('prb-1', '2026-02-20 09:00:00.000000', 'li', '创建了问题', 'Made the problem');
INSERT INTO problem_history ("problem_id", "at", "by", "zh", "en")
VALUES ('prb-1', '2026-02-20 09:00:00.000000', 'li', '保存措施“更换门封”：目标 −20%，2026-03-02 开始，观察 8 周，2026-04-27 给出结论', 'Saved the action “更换门封”: target −20%, from 2026-03-02, 8 weeks, to be judged on 2026-04-27');
INSERT INTO problem_history ("problem_id", "at", "by", "zh", "en")
VALUES ('prb-1', '2026-02-20 09:00:00.000000', 'li', '“更换门封”有效。变化', '“更换门封”: effective. changed');
INSERT INTO problem_history ("problem_id", "at", "by", "zh", "en")
VALUES ('prb-1', '2026-02-20 09:00:00.000000', 'li', '由旧系统导入', 'Imported');
