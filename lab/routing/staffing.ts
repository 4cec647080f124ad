import type { Scenario } from '../../core/routing/laboratory/scenario.ts'
import { sizesOf, staffByHour, teamSizes } from '../../core/routing/laboratory/staffing.ts'
import { aligned, percent } from './table.ts'

const share = 0.8

/** People needed for the service level, hour by hour, and the team that keeps the most value net of its pay. */
export function printStaffing(scenario: Scenario): void {
  const hours = staffByHour(scenario, share).map(({ from, arrivalsPerHour, ifAllToPeople, ifAssistantFirst }) => [
    `${String(Math.floor(from / 60)).padStart(2, '0')}:${String(from % 60).padStart(2, '0')}`,
    arrivalsPerHour.toFixed(0),
    String(ifAllToPeople),
    String(ifAssistantFirst),
  ])
  console.log(`${scenario.name}: people needed so that ${100 * share} % are answered within ${scenario.answerWithinSeconds} s\n`)
  console.log(aligned([['from', 'arrivals', 'all to people', 'assistant first'], ...hours]))
  const seeds = Array.from({ length: 20 }, (_, day) => day + 1)
  const people = scenario.team.reduce((sum, { count }) => sum + count, 0)
  const teams = teamSizes(scenario, 'sambut', sizesOf(people), seeds)
  const best = teams.reduce((most, team) => (team.net.mean > most.net.mean ? team : most))
  const rows = teams.map((team) => [
    `${team.people}${team.people === people ? ' (the scenario)' : ''}${team === best ? ' (most)' : ''}`,
    team.value.mean.toFixed(0),
    team.paid.toFixed(0),
    `${team.net.mean.toFixed(0)} ± ${team.net.half.toFixed(0)}`,
    percent(team.serviceLevel),
  ])
  console.log('\nvalue a day by the size of the team, under sambut, in money; net is what is kept less what the team is paid\n')
  console.log(aligned([['people', 'value kept', 'paid', 'net ± 95 %', 'service level'], ...rows]))
}
