import type { FleetStatus } from "../fleet/index.ts";
import { messages } from "./language.ts";

/** Characters of the bar. */
const BAR = 30;

/** How a round stands, for a person: a bar, the pace, machines, what is held longest, what was set aside. */
export function fleetStatusText(s: FleetStatus): string {
  const { state } = messages.fleet;
  const whole = s.files === 0 ? 0 : Math.round(((s.done + s.aside) / s.files) * BAR);
  const left = s.hoursLeft === null ? null : s.hoursLeft.toFixed(1);
  return [
    `[${"█".repeat(whole)}${"░".repeat(BAR - whole)}] ${state.counts(s)}`,
    state.pace(s.filesAnHour.toFixed(0), s.pagesAnHour.toFixed(0), left),
    ...s.machines.map(({ machine, workers, dead, files, pages }) =>
      state.machine(machine, workers, dead, files, pages),
    ),
    ...s.held
      .slice(0, 3)
      .map(({ path, machine, seconds, page, pages }) =>
        state.held(path, machine, seconds, page === null ? "" : state.page(page, pages)),
      ),
    ...s.setAside.map(({ path, note }) => state.aside(path, note)),
  ].join("\n");
}
