using DenSach.Papers.Plans.Reading.Tables;

namespace DenSach.Papers.Plans.Reading;

/// <summary>Members of a steering committee: "Ông Trần Văn B, Chủ tịch UBND xã - Trưởng ban", in a list or in the rows of a table.</summary>
internal static class CommitteeReader
{
    private const string Roles = "truong ban( thuong truc)?|pho truong ban( thuong truc)?|(uy vien|thanh vien)( thuong truc)?|thu ky( ban)?";
    private static readonly Pattern Member = Pattern.Of($@"^((?:cac )?(?:dong chi|dc|d/c|ong|ba)\b[ .:]*)(.{{4,160}}?) ?[-,:] ?(?:lam |giu chuc |giu chuc vu )?({Roles})\b");
    private static readonly Pattern Role = Pattern.Of($"^({Roles})$");

    public static IEnumerable<PlanMember> In(Block zone)
    {
        foreach (var block in zone.Descendants)
        {
            if (Member.Match(block.Content.Folded) is { Success: true } member)
            {
                yield return new(
                    Words(block.Content, member.Groups[2].Index, member.Groups[2].Length),
                    Words(block.Content, member.Groups[3].Index, member.Groups[3].Length),
                    block.Content.Span()
                );
            }

            foreach (var row in block.Table?.Rows ?? [])
            {
                var role = row.FirstOrDefault(c => Role.IsMatch(c.Folded));
                var who = row.TakeWhile(c => c != role).Where(c => c.Text.Any(char.IsLetter)).Select(c => c.Text).ToList();
                if (role is not null && who.Count > 0)
                {
                    yield return new(string.Join(", ", who), role.Text, role.Span());
                }
            }
        }
    }

    private static string Words(MappedText text, int start, int length) => text.Text.Substring(start, length).Trim(' ', ',', '-', ':');
}
