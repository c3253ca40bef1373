-- A correction that can no longer correct anything is kept aside too: what it corrects was corrected already, is not in the record, or lies more than a
-- day back. It may be the worse of the two.
ALTER TABLE report_set_aside
  DROP CONSTRAINT why_is_known,
  ADD CONSTRAINT why_is_known CHECK (why IN ('no-open-episode', 'not-open', 'too-old', 'not-asked', 'not-correctable'));

-- A report that was kept aside puts its patient on the worklist, and that it was read takes them off: open worklists hear of both.
CREATE TRIGGER tell_clinic AFTER INSERT OR UPDATE ON report_set_aside FOR EACH ROW EXECUTE FUNCTION tell_clinic();
