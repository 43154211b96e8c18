import { surelyBefore } from '../../model/calendar';
import type { PartialDate } from '../../model/dates';
import type { Finding, Lookup } from './finding';

type Path = Finding['path'];

/** Dates that cannot be: an end before its start, an observation outside its tenure, a report of what had not happened yet. */
export function checkDates({ pack }: Lookup): Finding[] {
  const findings: Finding[] = [];
  const published = new Map<string, PartialDate>(pack.sources.map((source) => [source.id, source.date]));
  const report = (severity: Finding['severity'], rule: string, id: string, path: Path, message: string, values: string[] = []) => {
    findings.push({ severity, rule, id, path, message, values });
  };
  const ordered = (id: string, path: Path, start: PartialDate | undefined, end: PartialDate | undefined) => {
    if (start && end && surelyBefore(end, start)) report('error', 'ends-before-start', id, path, `ends ${end}, before it starts ${start}`);
  };
  const reported = (id: string, path: Path, date: PartialDate, source: string) => {
    const day = published.get(source);
    if (day && surelyBefore(day, date))
      report('warning', 'later-than-source', id, path, `${date} is later than its source of ${day}`, [date, day]);
  };

  for (const body of [...pack.areas, ...pack.organizations])
    ordered(body.id, ['dissolution_date'], body.founding_date, body.dissolution_date);
  for (const entity of [...pack.organizations, ...pack.persons, ...pack.projects]) {
    entity.other_names.forEach((name, i) => {
      ordered(entity.id, ['other_names', i], name.start_date, name.end_date);
    });
  }
  for (const person of pack.persons) {
    person.memberships.forEach(({ start_date: start, end_date: end, seen, role }, i) => {
      const path = ['memberships', i];
      ordered(person.id, [...path, 'end_date'], start, end);
      seen.forEach(({ date, source }, j) => {
        const at = [...path, 'seen', j, 'date'];
        if (start && surelyBefore(date, start))
          report('error', 'seen-before-start', person.id, at, `seen as ${role} on ${date}, before the start ${start}`, [date, start]);
        if (end && surelyBefore(end, date))
          report('error', 'seen-after-end', person.id, at, `seen as ${role} on ${date}, after the end ${end}`, [date, end]);
        reported(person.id, at, date, source);
      });
    });
  }
  for (const project of pack.projects) {
    project.budget.forEach(({ date, source }, i) => {
      reported(project.id, ['budget', i, 'date'], date, source);
    });
    project.milestones.forEach(({ date, due, source }, i) => {
      reported(project.id, ['milestones', i, 'date'], date, source);
      if (due && surelyBefore(due, date))
        report('warning', 'promised-past', project.id, ['milestones', i, 'due'], `promised on ${date} for ${due}, which had passed`, [
          date,
          due,
        ]);
    });
  }
  return findings;
}
