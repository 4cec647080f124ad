-- A company's days, in results and reports, are counted where its hours are.
update accounts a set time_zone = h.hours->>'timeZone'
from hours h
where h.account = a.account and exists (select 1 from pg_timezone_names z where z.name = h.hours->>'timeZone');
