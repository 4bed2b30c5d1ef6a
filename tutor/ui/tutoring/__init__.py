"""The tutor area: a window behind the tutor's passcode, with the learners on the left and pages about them on the right.

To add a page: write a module here with a subclass of `page.TutorPage`, and add one line to `_pages` in `area.py`:

    ReviewPage(desk),

The class is made with a `TutorDesk` (`page.py`): who reads (`ports.People`), the pool, and what opens a learner's stores. What a
page needs besides is one more field there and one more argument in `app.py`, where stores and files come from.

A page is told `show_learner` when it is turned to and whenever another learner is chosen while it is in front, and `leave` when
the area is closed or a learner deleted: then it silences what plays and closes what it opened. It tells of trouble by `failed`,
and with `learners_changed` that the list on the left is out of date. What takes longer than a blink goes to `desk.run_task`.
"""
