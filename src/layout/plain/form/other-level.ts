import type { ColumnRole } from "../../../../schemas/forms/performance/heads.ts";
import { GROUP_END, LEVEL1, LEVEL2 } from "../../../../schemas/forms/performance/levels.ts";

type Role = ColumnRole | null;

/** 质量指标 under 一级指标 where 二级指标 stands beside it: the name of the other level, whose own column has it. */
export function isOtherLevel(role: Role, text: string, roles: readonly Role[]): boolean {
  const name = text.replace(/\s+/gu, "").replace(/[（(].*$/u, "");
  if (!name.endsWith(GROUP_END)) return false;
  if (role === "level1") return roles.includes("level2") && LEVEL2.includes(name) && !LEVEL1.includes(name);
  return role === "level2" && roles.includes("level1") && LEVEL1.includes(name) && !LEVEL2.includes(name);
}
