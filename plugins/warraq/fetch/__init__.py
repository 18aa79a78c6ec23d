"""HTTP: the guarded client, robots rules and pacing as values.

``client.Client`` fetches one URL and answers with an ``HttpResponse`` or a ``FetchFailure``, never with an exception.
``wire`` is one exchange on libcurl, ``addresses`` says whom it may dial, ``loop`` takes many fetches at once,
``faults`` gives every way to fail its word of ``model.Reason``.
"""
