"""The page on which the rules about the links of notes show their examples."""


def linked_page(reference: str, note: str) -> str:
    """A page of four notes, of which the second reference and the second note are given."""
    return (
        "<p>Rain. <a name='f1' href='#n1'>[1]</a> Hail. " + reference + " Snow. <a name='f3' href='#n3'>[3]</a> "
        "Fog. <a name='f4' href='#n4'>[4]</a></p>\n<p><a name='n1' href='#f1'>1.</a> In May.</p>\n<p>" + note + " "
        "In June.</p>\n<p><a name='n3' href='#f3'>3.</a> In July.</p>\n<p><a name='n4' href='#f4'>4.</a> Now.</p>"
    )
