package fold

// repair puts the causes of a group right after changes were put in or taken
// out.
func (s *Store) repair(t *group, m *Machine, changes []Change) {
	from, until := changes[0], changes[0]
	for _, c := range changes {
		from, until = min(from, c), max(until, c)
	}
	if t.passing = m.passing && (t.passing || m.anyPasses(changes)); t.passing {
		all := t.changes.appendTo(nil)
		t.causes = blocksOf(s.sweep.appendCauses(nil, m, all))
		return
	}
	if m.plain {
		t.repairPlain(m, from)
		return
	}
	need := until.packedDay()
	if until&beginning != 0 {
		switch m.effects[until.effect()].Lasts {
		case OneDay:
			need++
		case UntilEnd: // it has none
			need = 1 << dayBits
		}
	}
	t.resweep(&s.sweep, m, t.unheld(m, from.dayStart()), need)
}

// unheld returns the latest start of a day, up to the given one, at which
// nothing that stays can hold the state.
func (t *group) unheld(m *Machine, dayStart Change) Change {
	for m.holdable>>t.stateBefore(dayStart)&1 != 0 {
		last, ok := t.causes.last(t.causes.seek(dayStart))
		if !ok {
			return 0
		}
		dayStart = last.dayStart()
	}
	return dayStart
}

// stateBefore returns the state at the beginning of a day.
func (t *group) stateBefore(dayStart Change) uint8 {
	if last, ok := t.causes.last(t.causes.seek(dayStart)); ok {
		return last.State()
	}
	return 0
}

// put makes c the cause of the day, or leaves the day without one, and returns
// the state that the day had, which is was if it had no cause.
func (t *group) put(dayStart Change, c Cause, ok bool, was uint8) uint8 {
	at := t.causes.seek(dayStart)
	had := t.causes.holds(at) && sameDay(t.causes.change(at), dayStart)
	if had {
		was = t.causes.change(at).State()
	}
	switch {
	case had && ok:
		t.causes.set(at, c)
	case had:
		t.causes.remove(at)
	case ok:
		t.causes.insert(at, c)
	}
	return was
}

// repairPlain does so for a plain machine: only the day and the next one with
// changes can have other causes now.
func (t *group) repairPlain(m *Machine, c Change) {
	was := t.stateBefore(c.dayStart())
	is := was
	for day := c.dayStart(); ; {
		next := t.changes.after(day.dayEnd())
		last, ok := t.changes.last(next)
		ok = ok && sameDay(last, day)
		s := is
		if ok {
			s = m.to[last.effect()]
		}
		was = t.put(day, last.with(s), s != is, was)
		is = s
		if was == is || !t.changes.holds(next) {
			return
		}
		day = t.changes.change(next).dayStart()
	}
}

// resweep does so by going through the days again, from the one that begins
// at from up to the packed day need, and on as long as the state is not what
// it was, or something that stays may hold it now or have held it.
func (t *group) resweep(w *sweep, m *Machine, from Change, need uint64) {
	was := t.stateBefore(from)
	w.reset(m, was)
	at := t.changes.seek(from)
	t.goOn(w, from)
	var day []Change
	for {
		packed, ok := uint64(0), t.changes.holds(at)
		if ok {
			packed = t.changes.change(at).packedDay()
		}
		packed, ok = w.next(packed, ok)
		// Where a day has lost its changes its cause has to go.
		if old := t.causes.seek(from); t.causes.holds(old) {
			if d := t.causes.change(old).packedDay(); !ok || d < packed {
				packed, ok = d, true
			}
		}
		if !ok || packed > need && was == w.state && m.holdable>>was&1 == 0 {
			return
		}
		day = t.changes.appendDayIf(day[:0], at, packed)
		for range day {
			at = t.changes.next(at)
		}
		is := w.state
		c := w.day(packed, day)
		was = t.put(onPackedDay(packed), c, w.state != is, was)
		if packed+1 == 1<<dayBits {
			return
		}
		from = onPackedDay(packed + 1)
	}
}

// goOn lets w know what goes on at the beginning of a day.
func (t *group) goOn(w *sweep, dayStart Change) {
	first := Change(0)
	if !t.long {
		if dayStart == 0 {
			return
		}
		first = dayStart - 1<<dayShift
	}
	for p := t.changes.seek(first); t.changes.holds(p) && t.changes.change(p) < dayStart; p = t.changes.next(p) {
		switch c := t.changes.change(p); {
		case c&beginning == 0:
			w.count(w.m.to[c.effect()], -1)
		case w.m.effects[c.effect()].Lasts == UntilEnd || w.m.effects[c.effect()].Lasts == OneDay && sameDay(c, dayStart-1):
			w.goOn(c)
		}
	}
}
